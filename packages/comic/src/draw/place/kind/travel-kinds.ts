import type { PlaceFamily } from './family.ts';
import { airport, bus, busStop, car, harbour, ship, station, train } from './travel.ts';

export const TRAVEL = {
  train: { paint: train, isIndoor: true },
  bus: { paint: bus, isIndoor: true },
  car: { paint: car, isIndoor: true },
  station: { paint: station },
  'bus-stop': { paint: busStop },
  airport: { paint: airport, isIndoor: true },
  ship: { paint: ship },
  harbour: { paint: harbour },
} satisfies PlaceFamily;
