import { Form, useActionData, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Problem } from './problem.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

type AccountFormProps = {
  /** What is wrong with the form as a whole. */
  problem: string | null | undefined
  button: string
  /** Sent to where the page is, unless given. */
  action?: string
  /** Beside the button. */
  aside?: ReactNode
  children: ReactNode
}

/** A form of one column that is sent by one button. The server says what is wrong, in words; the browser's own bubbles are off. */
export function AccountForm({ problem, button, action, aside, children }: AccountFormProps) {
  const form = useFocusOnFault(useActionData())
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form ref={form} className="ifthen" method="post" noValidate {...(action === undefined ? {} : { action })}>
      {typeof problem === 'string' && (
        <div className="problems" role="alert" tabIndex={-1}>
          <Problem>{problem}</Problem>
        </div>
      )}
      {children}
      <div className="send">
        <button className="button" aria-disabled={isSending ? true : undefined}>
          {isSending ? 'One moment' : button}
        </button>
        {aside}
      </div>
    </Form>
  )
}
