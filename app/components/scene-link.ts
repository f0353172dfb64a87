import type { MouseEventHandler } from 'react'

/** What a link to a scene of a draft is made of. A click is taken where the page can go there without a load. */
export type SceneLink = (id: string) => { href: string; onClick?: MouseEventHandler<HTMLAnchorElement> }
