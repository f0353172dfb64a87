import { type RefObject, useEffect, useRef } from 'react'

const faulty = '[role="alert"], input[aria-invalid="true"], textarea[aria-invalid="true"], select[aria-invalid="true"]'

/** A form whose first problem takes the focus whenever the problems change, so that it is seen and read out. */
export function useFocusOnFault(problems: unknown): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(faulty)?.focus()
  }, [problems])
  return form
}
