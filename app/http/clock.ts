/** The one clock. Nothing else in the program reads the time, so that a test can move it. */
export type Clock = { now: () => Date }

export const systemClock: Clock = { now: () => new Date() }
