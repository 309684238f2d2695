/** English word lists of the built-in writer. */
import type { Manner } from '../speakers/scene-types.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const SAY = 'said says say saying asked asks ask asking replied replies reply answered answers answer cried cries cry exclaimed remarked observed inquired enquired added returned continued repeated began responded demanded declared announced explained suggested admitted agreed insisted protested urged begged pleaded warned promised told tells tell called calls call retorted rejoined interrupted interposed ejaculated stammered stuttered faltered groaned moaned sighed laughed chuckled giggled sobbed wailed sneered scoffed snorted grunted growled grumbled snarled snapped barked hissed drawled croaked gasped panted piped squeaked chirped crooned purred cooed lisped mused concluded commented countered corrected confessed confided conceded acknowledged affirmed assured advised ordered commanded directed instructed requested implored entreated beseeched coaxed teased joked quipped boasted bragged complained objected argued reasoned persisted pursued proceeded resumed echoed chimed quoted recited read sang chanted prayed swore vowed cursed greeted hailed welcomed offered proposed ventured volunteered reported informed reminded prompted queried questioned wondered guessed predicted prophesied murmured muttered mumbled whispered breathed shouted yelled screamed shrieked roared bellowed bawled thundered hollered howled screeched squealed spluttered sputtered blurted gushed intoned uttered spoke speaking stated asserted maintained contended opined amended finished ended apologised apologized encouraged consoled soothed scolded chided rebuked reproved reproached accused threatened taunted mocked jeered wept whimpered whined yawned went quoth quavered shrilled blustered exploded burst broke hazarded hinted elucidated expostulated remonstrated soliloquized vociferated assented dissented acquiesced submitted summed wrote thought addressed counted called sniffed gulped rasped lamented jested swore quizzed confirmed clarified rumbled ran';

export const SPEECH_VERBS = set(SAY);
/** Verbs that only speak when a quote stands right beside them; elsewhere they are mere deeds. */
export const WEAK_SPEECH_VERBS = set('went read laughed began broke burst called returned finished ended spoke wept breathed sighed proceeded pursued call cry thought told tell offered directed ordered guessed greeted welcomed informed reminded summed wrote ran');

/** What acts for its owner: `his face turned pale`, `her answer came`. */
export const BODY = set('voice eyes eye face hand hands head heart cheeks cheek ears lips lip mouth brow brows smile tone fingers finger shoulders knees jaw tears chin gaze breath reply answer rejoinder response words question remark comment exclamation');
/** Verbs that speak together with in, on or out: `put in Freddy`. */
export const PHRASAL_SPEECH = set('put chimed broke cut struck joined went called cried burst');

export const MANNERS: Record<Exclude<Manner, 'say'>, ReadonlySet<string>> = {
  think: set('thought thinks wondered mused reflected'),
  shout: set('shouted yelled screamed shrieked roared bellowed bawled thundered hollered howled screeched exclaimed cried shout yell scream roar'),
  whisper: set('whispered murmured muttered mumbled breathed hissed whisper murmur mutter'),
  write: set('wrote read'),
};

export const AUXILIARIES = set('was were is are am be been had has have did does do could would should might must may can will shall used');
export const IRREGULAR_VERBS = set('said went came saw took got made gave knew thought told felt left put kept let began held brought stood sat sat lay ran rose fell heard met shook drew threw caught spoke broke turned set read led sent built lost paid grew wore bent shut hit cut won fought rode drove swam sang sank sprang swung slid crept leapt slept wept swept bit hid struck stuck stole tore woke wrote flew found looked bowed nodded said says looks goes comes sees takes gets makes gives knows thinks tells feels leaves puts keeps lets begins holds brings stands sits runs rises falls hears shakes turns smiles nods laughs asks replies answers');
export const PREPOSITIONS = set('to of at in on with from by for about into upon over under behind beside near after before against between among toward towards around past through without within beneath like than off onto beyond across along opposite at as');
export const CONJUNCTIONS = set('and but then when while if because so that where until till though although yet or nor since once whereupon meanwhile suddenly finally presently again now however perhaps here there still even only thus therefore at last');
export const DETERMINERS = set('the a an his her my their our your its this that these those another one some every each no two three four five both');
export const POSSESSIVES = set('his her my their our your');
export const PRONOUNS: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they' | 'self'> = new Map([
  ['he', 'he'], ['she', 'she'], ['they', 'they'], ['i', 'self'], ['him', 'he'], ['me', 'self'], ['them', 'they'],
] as const);

/** Words that stand between a subject and its verb, or open a tag. */
export const FILLERS = set('then now only just also suddenly softly quickly slowly finally still again all both even never always at last once simply merely half almost too');

export const FUNCTION_WORDS = set('the a an and or but if then of to in on at by for from with as is was were be been are am have has had do did does not no so it its he she they we you i his her their our your my this that these those who whom whose which what when where why how all any some each every both few many much more most other such than too very can could will would shall should may might must about after before over under again there here out up down off into onto upon');

/** Capitalised words that are no persons. */
export const NOT_PERSONS = set('i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english french german spanish italian american british irish scottish scotch russian chinese japanese indian roman greek latin turkish dutch swiss european african christian jewish catholic christmas easter god heaven lord hell providence bible london paris england france germany america europe new york scotland ireland india china japan russia spain italy rome africa street road avenue square park hall house court bridge lane river mountain sea ocean north south east west city town county station hotel inn church college university school club company bank office army navy parliament government majesty highness oh ah well yes no o good great ok okay mr mrs the a an my your his her our their it he she we they you who what when where why how this that these those there here then now but and or so if as at by for from in of on to with not once all both each every some many one two three four five six seven eight nine ten perhaps indeed certainly surely very please thank thanks hello goodbye farewell alas hush bah ha hurrah hullo hallo come go let look see listen wait stop tell do did is are was were have had can could will would shall should may might must never always nothing something anything everything somebody nobody everybody poor dear old young little chapter part book nay aye ay eh hm hmm ugh wow hey hi bang boom crash ring only still even just yet such suddenly finally later after before during while until since because though although however therefore meanwhile again also too another other others same first second third last next morning evening afternoon night day today tomorrow yesterday tonight');

/** Words that are else no persons but also surnames: `Mrs. Lane`, `Miss Park`. A title before them makes a person. */
export const SURNAME_WORDS = set('january february march april may june july august will lane park hall house court church bridge rivers river street square hill sea north south east west city town county french english german spanish irish scottish turkish christmas easter london england france germany ireland china paris new york good great day night morning evening monday friday sunday tuesday young little');
/** Of those, words that are persons even without a title when they stand beside a speech verb: `said May`, `Will asked`. */
export const BARE_NAME_WORDS = set('may june april august will march lane park hall house church bridge young');
/** Titles that nothing but a surname follows: `Mr Last`, `Miss Day`. */
export const HARD_TITLES = set('mr mister mrs ms miss dr mme mlle prof');
/** Titles that also open the names of places and offices: `King Street`, `General Post Office`. */
export const PLACE_TITLES = set('king queen prince princess duke lord general private major saint st');

export const TITLES: ReadonlyMap<string, 'male' | 'female' | 'any'> = new Map(Object.entries({
  mr: 'male', mister: 'male', mrs: 'female', ms: 'female', miss: 'female', master: 'male', dr: 'any', doctor: 'any', sir: 'male', lord: 'male', lady: 'female',
  dame: 'female', madame: 'female', madam: 'female', mme: 'female', mlle: 'female', mademoiselle: 'female', monsieur: 'male', signor: 'male', signora: 'female', herr: 'male', frau: 'female', fraulein: 'female', señor: 'male',
  captain: 'any', capt: 'any', colonel: 'any', col: 'any', major: 'any', general: 'any', gen: 'any', lieutenant: 'any', lt: 'any', sergeant: 'any', sgt: 'any', corporal: 'any', private: 'any', admiral: 'any', commander: 'any',
  inspector: 'any', detective: 'any', constable: 'any', officer: 'any', sheriff: 'any', judge: 'any', squire: 'male', professor: 'any', prof: 'any', reverend: 'any', rev: 'any', father: 'male', brother: 'male', sister: 'female', mother: 'female',
  uncle: 'male', aunt: 'female', auntie: 'female', cousin: 'any', grandpa: 'male', grandma: 'female', granny: 'female', king: 'male', queen: 'female', prince: 'male', princess: 'female', duke: 'male', duchess: 'female', count: 'male', countess: 'female',
  baron: 'male', baroness: 'female', earl: 'male', president: 'any', mayor: 'any', bishop: 'male', saint: 'any', st: 'any', nurse: 'any', emperor: 'male', empress: 'female', old: 'any', young: 'any', little: 'any', poor: 'any', dear: 'any',
} as const));
/** Of the titles, those that are mere adjectives and belong to no name. */
export const SOFT_TITLES = set('old young little poor dear saint st');
