import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { CommitmentPage } from '../components/commitment-page.tsx'
import { orStay } from '../components/unsent.ts'
import { deleteCommitment } from '../data/commitments.server.ts'
import { commit } from '../play/commit.server.ts'
import { lookBack } from '../play/look-back.server.ts'
import { requireCommitment, showCommitment } from '../play/show-commitment.server.ts'

/** The learner whose commitment it is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { commitment } = await requireCommitment(request, params['id'] ?? '', context)
  return { view: showCommitment(commitment, context) }
}

/** The learner whose commitment it is. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { learnerId, commitment } = await requireCommitment(request, params['id'] ?? '', context)
  const owner = { attemptId: commitment.attemptId, learnerId }
  const form = await request.formData()
  switch (form.get('intent')) {
    case 'look-back': {
      const result = await lookBack({ learnerId, commitment }, form, context)
      if (result.kind === 'problems') return data({ lookBack: result.lookBack }, { status: 422 })
      return redirect(`/home?notice=${result.kind === 'moved' ? 'moved' : 'looked-back'}#main`, 303)
    }
    case 'commit': {
      const result = await commit(owner, form, context)
      if (result.kind === 'problems') return data({ change: result.commitment }, { status: 422 })
      return redirect('/home?notice=changed#main', 303)
    }
    case 'delete': {
      await context.db.write((tx) => deleteCommitment(tx, owner))
      return redirect('/home?notice=deleted#main', 303)
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return orStay(request, serverAction)
}

export const meta: MetaFunction = () => [{ title: 'Your plan · Casewright' }]

export default function CommitmentRoute() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <CommitmentPage view={{ ...view, ...answer }} />
}
