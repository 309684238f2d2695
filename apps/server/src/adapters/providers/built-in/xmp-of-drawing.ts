const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * What a file of the built-in artist says of itself, as XMP: that rules drew it and no trained model (IPTC NewsCodes, digital source
 * type), and whose drawings stand in it, as their licences ask. `credits` are sentences.
 */
export function xmpOfDrawing(credits: readonly string[]): string {
  const credit = credits.join('; ').replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
  const said = `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia</Iptc4xmpExt:DigitalSourceType>${credit === '' ? '' : `<photoshop:Credit>${credit}</photoshop:Credit>`}`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${said}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}
