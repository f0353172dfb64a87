import type { ErrorPageProps } from './error-page.tsx'

const CASES = [{ label: 'See the cases', to: '/cases' }]

/** What a page says when it can't be shown: what happened, what was kept, what to do. */
export function explainError(status: number): ErrorPageProps {
  switch (status) {
    case 404:
      return {
        title: 'There is nothing here',
        happened: 'This address leads to no page, or to one that belongs to someone else.',
        kept: 'Whatever you have decided in a case is kept.',
        next: CASES,
      }
    case 400:
      return {
        title: 'This form could not be read',
        happened: 'What arrived is not what the page would have sent, so nothing was done with it.',
        kept: 'Nothing was changed. Every decision that you saw confirmed is kept.',
        next: CASES,
      }
    case 403:
      return {
        title: 'This page is not for everyone',
        happened: 'It is for people with another role here, or you are not signed in. Nothing was done.',
        kept: 'Whatever you have decided in a case is kept.',
        next: [{ label: 'Sign in', to: '/sign-in' }, ...CASES],
      }
    case 405:
      return {
        title: 'That can’t be done here',
        happened: 'This page only shows something; there is nothing here to send a form to.',
        kept: 'Nothing was changed.',
        next: CASES,
      }
    default:
      return {
        title: 'Something went wrong on our side',
        happened: 'The page could not be made. It is not because of anything you did.',
        kept: 'Every decision that you saw confirmed is kept. What you sent just now may not be: go back and send it again, it can’t count twice.',
        next: CASES,
      }
  }
}
