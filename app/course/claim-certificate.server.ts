import { z } from 'zod'
import type { ClaimView } from '../components/certificate-views.ts'
import { giveCertificate } from '../credentials/give-certificate.server.ts'
import { readName } from '../credentials/learner-name.ts'
import { showCertificate } from '../credentials/show-certificate.server.ts'
import { findCertificateOf } from '../data/certificates.server.ts'
import type { Services } from '../http/context.ts'
import { findCompletion } from './completion.server.ts'

/** Who asks for a certificate, of which course, at which host. */
export type Claimant = { learnerId: string | null; slug: string; origin: string }

/** What the page of a course's certificate shows; null where there is no such course. */
export async function showClaim({ learnerId, slug, origin }: Claimant, services: Services): Promise<ClaimView | null> {
  const completion = await findCompletion(learnerId ?? '', slug, services)
  if (completion === null) return null
  const { course, missing, isComplete } = completion
  const given = learnerId === null ? null : await findCertificateOf(services.db.read, learnerId, slug)
  const certificate = given && (await showCertificate(given.id, origin, services))
  if (certificate) return { kind: 'given', course, certificate: certificate.view }
  if (!isComplete) return { kind: 'missing', course, missing, isLearner: learnerId !== null }
  return { kind: 'ready', course, typed: '', problem: null }
}

/** What was typed is never thrown away by the schema: a name that is too long comes back to be cut. */
const formSchema = z.strictObject({ name: z.string().max(20_000) })

/**
 * Gives the certificate where it is due, or the form back with what is wrong with the name. Asked again, or before it is due, it
 * changes nothing: the page says where things stand.
 * @throws Response 404 where there is no such course or no learner, 400 for a form that no page of ours can have sent
 */
export async function claimCertificate(
  claimant: Claimant,
  form: FormData,
  services: Services,
): Promise<ClaimView | 'see-page'> {
  const { learnerId, slug } = claimant
  const view = learnerId === null ? null : await showClaim(claimant, services)
  if (learnerId === null || view === null) throw new Response(null, { status: 404 })
  const fields = formSchema.safeParse(Object.fromEntries(form.entries())).data
  if (!fields || [...form.keys()].length > 1) throw new Response(null, { status: 400 })
  if (view.kind !== 'ready') return 'see-page'
  const read = readName(fields.name)
  if (read.kind === 'problem') return { ...view, typed: fields.name, problem: read.problem }
  const completion = await findCompletion(learnerId, slug, services)
  if (completion?.isComplete) await giveCertificate({ learnerId, name: read.name, completion }, services)
  return 'see-page'
}
