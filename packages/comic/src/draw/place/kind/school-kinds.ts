import type { PlaceFamily } from './family.ts';
import { classroom, gym, laboratory, schoolCorridor, schoolGate, sportsField } from './school.ts';

export const SCHOOL = {
  classroom: { paint: classroom, isIndoor: true },
  'school-corridor': { paint: schoolCorridor, isIndoor: true },
  'school-gate': { paint: schoolGate },
  gym: { paint: gym, isIndoor: true },
  'sports-field': { paint: sportsField },
  laboratory: { paint: laboratory, isIndoor: true },
} satisfies PlaceFamily;
