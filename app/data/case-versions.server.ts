import type { Reader } from './database.server.ts'
import { endWithdrawal, findWithdrawal, listWithdrawn } from './publications.server.ts'

export type Image = { src: string; type: string; bytes: Uint8Array<ArrayBuffer> }

export type Served = { slug: string; hash: string }

/** The version in service of each slug, in the order of the slugs. What was withdrawn is in service no more. */
export async function listServed(db: Reader): Promise<Array<Served>> {
  const [newest, withdrawn] = await Promise.all([
    db.publication.groupBy({ by: ['slug'], _max: { id: true } }),
    listWithdrawn(db),
  ])
  const ids = newest.flatMap(({ slug, _max }) => (_max.id === null || withdrawn.has(slug) ? [] : [_max.id]))
  return db.publication.findMany({
    where: { id: { in: ids } },
    select: { slug: true, hash: true },
    orderBy: { slug: 'asc' },
  })
}

export async function findServedHash(db: Reader, slug: string): Promise<string | null> {
  if ((await findWithdrawal(db, slug)) !== null) return null
  return findNewestHash(db, slug)
}

/** The version that was published last, in service or withdrawn. */
export async function findNewestHash(db: Reader, slug: string): Promise<string | null> {
  const newest = await db.publication.findFirst({ where: { slug }, select: { hash: true }, orderBy: { id: 'desc' } })
  return newest?.hash ?? null
}

/** Whether this version was ever in service under this slug; if so, starting the program does not bring it back. */
export async function wasPublished(db: Reader, { slug, hash }: Served): Promise<boolean> {
  return (await db.publication.findFirst({ where: { slug, hash }, select: { id: true } })) !== null
}

/** As `wasPublished` for all there is, each as `publicationKey` names it. */
export async function listPublished(db: Reader): Promise<ReadonlySet<string>> {
  const published = await db.publication.findMany({ select: { slug: true, hash: true } })
  return new Set(published.map(publicationKey))
}

/** Pure. */
export function publicationKey({ slug, hash }: Served): string {
  return `${slug} ${hash}`
}

export async function findSource(db: Reader, hash: string): Promise<string | null> {
  const version = await db.caseVersion.findUnique({ where: { hash }, select: { source: true } })
  return version?.source ?? null
}

/** What an earlier run of this compiler made of a version. */
export async function findCompiled(db: Reader, hash: string, compiler: string): Promise<string | null> {
  const found = await db.compiled.findUnique({ where: { hash }, select: { compiler: true, json: true } })
  return found?.compiler === compiler ? found.json : null
}

export async function saveCompiled(db: Reader, made: { hash: string; compiler: string; json: string }): Promise<void> {
  await db.compiled.upsert({ where: { hash: made.hash }, create: made, update: made })
}

/** Puts a version into service, which ends a withdrawal. Its rows are written once: publishing the same text again adds only the publication. */
export async function publishVersion(
  db: Reader,
  version: Served & { source: string; images: ReadonlyArray<Image>; now: Date },
): Promise<void> {
  const { slug, hash, source, images, now } = version
  const known = await db.caseVersion.findUnique({ where: { hash }, select: { hash: true } })
  if (!known) {
    await db.caseVersion.create({ data: { hash, source, createdAt: now } })
    for (const image of images) await db.caseImage.create({ data: { hash, ...image } })
  }
  await putIntoService(db, { slug, hash }, now)
}

/** Puts a version into service that is kept already. */
export async function putIntoService(db: Reader, { slug, hash }: Served, now: Date): Promise<void> {
  await endWithdrawal(db, slug)
  await db.publication.create({ data: { slug, hash, publishedAt: now } })
}

export async function listImages(db: Reader, hash: string): Promise<Array<Image>> {
  return db.caseImage.findMany({ where: { hash }, select: { src: true, type: true, bytes: true } })
}

/** A picture of a version of a case or of a course; no text is both, so no hash is. */
export async function findImage(db: Reader, hash: string, src: string): Promise<Image | null> {
  const picture = { where: { hash_src: { hash, src } }, select: { src: true, type: true, bytes: true } }
  return (await db.caseImage.findUnique(picture)) ?? db.courseImage.findUnique(picture)
}
