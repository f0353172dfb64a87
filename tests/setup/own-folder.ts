import { afterEach, beforeEach } from 'vitest'
import { temporaryFolder } from './server.ts'

/** Gives each test of a file a folder of its own, which is removed after it. */
export function withOwnFolder(take: (folder: string) => void | Promise<void>): void {
  let remove: (() => Promise<void>) | undefined

  beforeEach(async () => {
    const made = await temporaryFolder()
    remove = made.remove
    await take(made.folder)
  })

  afterEach(() => remove?.())
}
