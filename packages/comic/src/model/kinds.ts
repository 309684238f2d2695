/** The closed vocabularies of a book. Adding a word here is a schema change of `.koma`. */

export const LANGUAGES = ['zh', 'en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DIRECTIONS = ['ltr', 'rtl'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const FORMATS = ['manga-b5', 'a4', 'us-comic', 'square', '4-koma', 'webtoon'] as const;
export type FormatId = (typeof FORMATS)[number];

export const LINE_KINDS = ['speech', 'thought', 'shout', 'whisper', 'narration', 'sfx'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** From nearest to farthest, then the special ones. */
export const SHOTS = [
  'extreme-close-up', // eyes or mouth fill the panel
  'close-up', // head and shoulders
  'bust',
  'medium', // to the waist
  'cowboy', // to the thighs
  'full', // whole figure
  'wide', // figure in the place
  'establishing', // the place; people tiny or absent
  'over-shoulder',
  'low-angle', // worm's eye
  'birds-eye', // from above
  'insert', // a thing or a hand
] as const;
export type Shot = (typeof SHOTS)[number];

export const EXPRESSIONS = [
  'neutral', 'smile', 'laugh', 'grin', 'smirk', 'sad', 'cry', 'angry', 'furious', 'surprised', 'shocked', 'afraid',
  'terrified', 'worried', 'embarrassed', 'disgusted', 'tired', 'asleep', 'thinking', 'determined', 'suspicious',
  'pained', 'loving', 'pleading', 'smug', 'blank',
] as const;
export type Expression = (typeof EXPRESSIONS)[number];

export const POSES = [
  'stand', 'stand-relaxed', 'stand-hands-hips', 'arms-crossed', 'hands-in-pockets', 'walk', 'run', 'sneak', 'jump', 'fall',
  'sit-chair', 'sit-ground', 'sit-seiza', 'kneel', 'crouch', 'lie', 'sleep', 'lean', 'bow', 'wave', 'point', 'reach',
  'hold-out', 'hold', 'carry', 'push', 'pull', 'throw', 'punch', 'kick', 'fight-stance', 'hug', 'think', 'head-in-hands',
  'cover-mouth', 'cheer', 'shrug', 'read', 'write', 'phone', 'eat', 'drink', 'cook', 'climb', 'swim', 'ride', 'cower', 'pray',
  'salute', 'look-up', 'look-back', 'float', 'explain', 'hand-on-chest', 'fists', 'scratch-head', 'startle', 'lie-front',
] as const;
export type Pose = (typeof POSES)[number];

/** How a person touches somebody or something. */
export const CONTACTS = ['hug', 'hand', 'give', 'push', 'pull', 'climb'] as const;

export const PLACES = [
  // home
  'living-room', 'bedroom', 'kitchen', 'bathroom', 'corridor', 'stairs', 'doorway', 'study', 'attic', 'balcony', 'garden',
  // town
  'street', 'alley', 'crossing', 'shopping-street', 'market', 'cafe', 'restaurant', 'bar', 'shop', 'convenience-store',
  'library', 'office', 'meeting-room', 'factory', 'hospital', 'police-station', 'museum', 'theatre', 'rooftop', 'park',
  'playground', 'bridge', 'construction-site', 'parking', 'graveyard', 'church', 'shrine', 'temple',
  // school
  'classroom', 'school-corridor', 'school-gate', 'gym', 'sports-field', 'laboratory',
  // travel
  'train', 'station', 'bus', 'bus-stop', 'car', 'airport', 'ship', 'ship-cabin', 'boat', 'harbour', 'lighthouse', 'lantern-room', 'tower', 'road',
  // nature
  'forest', 'bamboo-grove', 'mountain', 'cliff', 'cave', 'river', 'lake', 'beach', 'sea', 'underwater', 'field', 'desert', 'snowfield',
  'sky',
  // past and fantasy
  'village', 'temple-hall', 'castle', 'throne-room', 'palace', 'courtyard', 'inn', 'dungeon', 'battlefield', 'ruins', 'old-town',
  // elsewhere
  'space', 'spaceship', 'future-city', 'screen', 'dream', 'void',
] as const;
export type PlaceKind = (typeof PLACES)[number];

export const DAY_TIMES = ['day', 'dusk', 'night', 'dawn'] as const;
export type DayTime = (typeof DAY_TIMES)[number];
export const WEATHERS = ['clear', 'cloudy', 'rain', 'snow', 'fog', 'wind', 'storm'] as const;
export type Weather = (typeof WEATHERS)[number];
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];
export const MOODS = ['calm', 'happy', 'sad', 'tense', 'dark', 'romantic', 'comic', 'mysterious', 'dramatic', 'action'] as const;
export type Mood = (typeof MOODS)[number];

export const EFFECTS = [
  'speed-lines', 'focus-lines', 'impact-flash', 'silhouette', 'screentone-gradient', 'flowers', 'sparkle', 'gloom-lines',
  'sweat', 'anger-mark', 'question', 'exclaim', 'tremble', 'black-background', 'white-background', 'motion-blur', 'lightning', 'hearts',
] as const;
export type Effect = (typeof EFFECTS)[number];

export const AGES = ['child', 'teen', 'adult', 'old'] as const;
export type Age = (typeof AGES)[number];
export const BUILDS = ['slim', 'average', 'broad', 'heavy'] as const;
export type Build = (typeof BUILDS)[number];
export const GENDERS = ['female', 'male', 'neutral'] as const;
export type Gender = (typeof GENDERS)[number];
/** What the person is: people first; `animal` and `robot`, `ghost` are speaking non-people. */
export const BEINGS = ['human', 'animal', 'robot', 'ghost'] as const;
export type Being = (typeof BEINGS)[number];

export const HAIR_STYLES = [
  'short-crop', 'short-messy', 'short-spiky', 'side-part', 'slicked-back', 'buzz', 'bald', 'bald-sides', 'bob', 'bob-fringe',
  'shoulder', 'long-straight', 'long-wavy', 'hime', 'ponytail', 'side-ponytail', 'twin-tails', 'braid', 'twin-braids', 'bun', 'double-bun',
  'curly', 'afro', 'pixie', 'topknot', 'mohawk', 'bowl', 'undercut',
] as const;
export type HairStyle = (typeof HAIR_STYLES)[number];
/** `black` is solid ink with a shine; `tone` a dot tone; `white` outline only; `dark` lines on a dense tone. */
export const INKS = ['black', 'dark', 'tone', 'light', 'white'] as const;
export type Ink = (typeof INKS)[number];

export const OUTFITS = [
  'tshirt', 'shirt', 'hoodie', 'sweater', 'jacket', 'coat', 'suit', 'dress', 'skirt-blouse', 'sailor-uniform', 'school-blazer',
  'gakuran', 'tracksuit', 'apron', 'lab-coat', 'uniform', 'kimono', 'yukata', 'hanfu', 'robe', 'armour', 'cloak', 'gown',
  'rags', 'pyjamas', 'swimsuit', 'spacesuit', 'overalls', 'raincoat', 'vest',
] as const;
export type Outfit = (typeof OUTFITS)[number];

export const HEADWEARS = ['none', 'cap', 'hat', 'straw-hat', 'beanie', 'hood', 'crown', 'helmet', 'headband', 'ribbon', 'scarf', 'flower', 'witch-hat', 'chef-hat', 'police-cap', 'earmuffs'] as const;
export type Headwear = (typeof HEADWEARS)[number];
export const FACIAL_HAIR = ['none', 'stubble', 'moustache', 'goatee', 'beard', 'long-beard'] as const;
export type FacialHair = (typeof FACIAL_HAIR)[number];
export const GLASSES = ['none', 'round', 'square', 'half', 'sunglasses', 'eyepatch'] as const;
export type Glasses = (typeof GLASSES)[number];

/** Where a figure looks, seen from the reader: `left`/`right` are three-quarter, `*-profile` full side. */
export const FACINGS = ['front', 'left', 'right', 'left-profile', 'right-profile', 'back'] as const;
export type Facing = (typeof FACINGS)[number];

export const PALETTES = ['black-and-white', 'vibrant', 'pastel', 'monochrome', 'warm', 'cool', 'earth', 'neon', 'sepia', 'sunset'] as const;
export type PaletteId = (typeof PALETTES)[number];

/** The six axes of style; `none` leaves an axis to the artist. The palette is the sixth. */
export const ARTS = ['none', 'manga', 'realistic', 'cartoon', 'watercolour', 'oil', 'sketch', 'digital', 'minimalist', 'vintage', 'comic'] as const;
export type Art = (typeof ARTS)[number];
/** The mood of a whole book; `MOODS` are those of its scenes. */
export const STYLE_MOODS = ['none', 'happy', 'sad', 'mysterious', 'adventurous', 'romantic', 'dark', 'peaceful', 'energetic', 'nostalgic', 'dramatic'] as const;
export type StyleMood = (typeof STYLE_MOODS)[number];
export const CHARACTER_STYLES = ['none', 'realistic', 'chibi', 'heroic', 'elegant', 'cartoonish', 'detailed-face', 'minimalist', 'expressive-eyes', 'dynamic-pose'] as const;
export type CharacterStyle = (typeof CHARACTER_STYLES)[number];
export const LINE_STYLES = ['none', 'clean', 'sketchy', 'bold', 'soft', 'detailed', 'minimal', 'crosshatch', 'smooth', 'sharp'] as const;
export type LineStyle = (typeof LINE_STYLES)[number];
export const COMPOSITIONS = ['none', 'close-up', 'wide', 'action', 'portrait', 'landscape', 'dynamic-angle', 'centred', 'thirds', 'dramatic'] as const;
export type CompositionStyle = (typeof COMPOSITIONS)[number];
/** Named sets of axis values, see `STYLE_PRESETS`. */
export const PRESETS = ['storyboard', 'shonen', 'slice-of-life', 'noir', 'picture-book', 'gag', 'shojo', 'horror', 'newspaper', 'watercolour-tale'] as const;
export type PresetId = (typeof PRESETS)[number];
