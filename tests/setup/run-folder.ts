import { temporaryFolder } from './server.ts'

/** Runs once before unit tests: what they make in the folder for temporary files is in one of their own, and goes when all is done. */
export default async function makeRunFolder(): Promise<() => Promise<void>> {
  const { folder, remove } = await temporaryFolder()
  process.env['TMPDIR'] = folder
  return remove
}
