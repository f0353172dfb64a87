import { NavLink } from '@remix-run/react'

const PAGES = [
  { label: 'Account', to: '/settings/account' },
  { label: 'Browsers', to: '/settings/sessions' },
  { label: 'Reminders', to: '/settings' },
  { label: 'Your data', to: '/settings/data' },
]

/** The way between the pages of the settings. */
export function SettingsNav() {
  return (
    <nav className="sub-nav" aria-label="Settings">
      <ul>
        {PAGES.map(({ label, to }) => (
          <li key={to}>
            <NavLink to={to} end>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
