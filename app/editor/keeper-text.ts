import { momentText } from '../components/moment-text.ts'
import type { KeeperState } from './draft-keeper.ts'

/** Pure. How a draft stands, in a few words. */
export function keeperText(state: KeeperState): string {
  switch (state.kind) {
    case 'kept':
      return state.savedAt === null ? 'no draft yet' : `draft saved ${momentText(state.savedAt)}`
    case 'unsaved':
      return 'saving what you type'
    case 'conflict':
      return 'not saved: someone else saved meanwhile'
    case 'refused':
      return `not saved: ${state.reason}`
    case 'away':
      return state.signedOut
        ? 'not saved: you are signed out; what you wrote is kept in this browser'
        : 'the server can’t be reached; what you write is kept in this browser and sent when it can'
  }
}
