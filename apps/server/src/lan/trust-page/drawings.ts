/** The seal of the program. */
export const LOGO = '<svg class="seal" viewBox="0 0 32 32" aria-hidden="true"><rect x="2" y="2" width="28" height="28" rx="4"/><path d="M7 7h10.5L15 16H7zM20.6 7H25v9h-6.9zM7 19h18v6H7z"/></svg>';

/** Three panels without a word: a machine at home, its sealed letter under way, a phone that has put it to its heart. */
export const STRIP = `<svg class="strip" viewBox="0 0 420 210" aria-hidden="true">
<defs>
<pattern id="tone" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><circle class="dot" cx="3" cy="3" r="1.25"/></pattern>
<clipPath id="a"><path d="M3 3h142l-22 204H3z"/></clipPath>
<clipPath id="b"><path d="M157 3h112l14 204H135z"/></clipPath>
<clipPath id="c"><path d="M281 3h136v204H295z"/></clipPath>
</defs>
<g clip-path="url(#a)">
<path class="sheet" d="M0 0h160v210H0z"/>
<path class="tone" d="M0 0h160v92L66 40 0 84z"/>
<path class="sheet line" d="M18 108 66 62l48 46v72H18z"/>
<path class="line none" d="M8 118 66 62l58 56M96 90V64h12v38"/>
<rect class="sheet line" x="46" y="130" width="40" height="34" rx="3"/>
<path class="line none" d="M52 139h18M52 146h12"/>
<circle class="red" cx="78" cy="155" r="4"/>
<path class="line none" d="M0 180h140"/>
<path class="ground" d="M0 180h140v30H0z"/>
</g>
<g clip-path="url(#b)">
<path class="sheet" d="M120 0h180v210H120z"/>
<path class="line thin" d="M122 40l66 20M120 74l58 10M118 112h52M120 150l56-12M126 184l64-26M300 16l-52 34M302 196l-48-32M240 0l-10 34M226 210l-4-30"/>
<g transform="rotate(-9 214 106)">
<rect class="sheet line" x="174" y="74" width="80" height="62" rx="2"/>
<path class="line none" d="M174 76l40 32 40-32"/>
<rect class="red" x="201" y="97" width="26" height="26" rx="4"/>
<path class="cut" d="M206 102h7l-1.6 7H206zM216 102h6v7h-7.5zM206 112.5h16v6h-16z"/>
</g>
</g>
<g clip-path="url(#c)">
<path class="sheet" d="M270 0h150v210H270z"/>
<path class="tone" d="M270 120h150v90H270z"/>
<path class="line thin" d="M352 18v16M316 32l9 13M388 32l-9 13M296 62l15 7M410 62l-16 7"/>
<rect class="sheet line" x="320" y="58" width="64" height="122" rx="9"/>
<path class="line none" d="M344 67h16M344 171h16"/>
<rect class="red" x="332" y="94" width="40" height="40" rx="6"/>
<path class="check" d="M341 114l8 8 15-17"/>
</g>
<path class="line none" d="M3 3h142l-22 204H3zM157 3h112l14 204H135zM281 3h136v204H295z"/>
</svg>`;
