/** The time of day; tests hold it still. */
export type Clock = { now(): Date };
