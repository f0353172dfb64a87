/** What a command is: its help text, and what it does with its arguments. `run` gives the exit status. */
export type Command = { help: string; run: (args: ReadonlyArray<string>) => Promise<number> }

/** Nothing wrong; problems found; wrong use. */
export const EXIT = { fine: 0, problems: 1, wrongUse: 2 } as const
