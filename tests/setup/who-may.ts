/** Everyone for whom an answer may differ, in the order of the table's columns. */
export const PEOPLE = [
  'nobody',
  'guest',
  'learner',
  'another learner',
  'instructor',
  'another instructor',
  'admin',
] as const

export type PersonKind = (typeof PEOPLE)[number]

export type Row = {
  method: 'GET' | 'POST'
  /** As in app/routes.ts, with a slash before it. */
  path: string
  /** The expected status by person, in the order of PEOPLE. */
  statuses: ReadonlyArray<number>
  /** What is sent; nothing, unless given. A form that is let in and refused for what it holds shows as well as one that is done. */
  form?: Record<string, string>
  /** The query of the address. */
  query?: string
}

/** What the names in paths stand for: things of the learner and of the instructor, whom the others are not. */
export type Named = Record<string, string>

/**
 * Who may do what: a row for each loader and each action of app/routes.ts. `attempts/:id` and the like are the learner's. 302 leads to
 * signing in; 303 means that it was done; 422 and 400 that the form was read.
 */
export const TABLE: ReadonlyArray<Row> = [
  //                                          nobody guest learn other instr other admin
  row('GET', '/', /*                        */ '200   200   200   200   200   200   200'),
  row('GET', '/home', /*                    */ '200   200   200   200   200   200   200'),
  row('GET', '/cases', /*                   */ '200   200   200   200   200   200   200'),
  row('GET', '/cases/:slug', /*             */ '200   200   200   200   200   200   200'),
  row('POST', '/cases/:slug', /*            */ '303   303   303   303   303   303   303'),
  row('GET', '/profile', /*                 */ '200   200   200   200   200   200   200'),
  row('GET', '/role', /*                    */ '200   200   200   200   200   200   200'),
  row('POST', '/role', /*                   */ '422   422   422   422   422   422   422'),
  row('GET', '/how-it-scores', /*           */ '200   200   200   200   200   200   200'),
  row('GET', '/images/:hash/*', /*          */ '200   200   200   200   200   200   200'),
  row('GET', '/*', /*                       */ '404   404   404   404   404   404   404'),
  row('POST', '/*', /*                      */ '404   404   404   404   404   404   404'),

  // What a learner plays is theirs alone, from instructors and admins too.
  row('GET', '/attempts/:id', /*            */ '404   404   200   404   404   404   404'),
  row('POST', '/attempts/:id', /*           */ '404   404   400   404   404   404   404'),
  row('GET', '/attempts/:id/debrief', /*    */ '404   404   200   404   404   404   404'),
  row('POST', '/attempts/:id/debrief', /*   */ '404   404   400   404   404   404   404'),
  row('GET', '/commitments/:id', /*         */ '404   404   200   404   404   404   404'),
  row('POST', '/commitments/:id', /*        */ '404   404   400   404   404   404   404'),
  row('GET', '/attempts/:id/what-if/:seq', /**/ '404   404   200   404   404   404   404'),

  // A course is there for all, and everybody sees their own standing in it. A visitor has nothing to plan from, and no certificate.
  row('GET', '/courses', /*                 */ '302   302   302   302   302   302   302'),
  row('GET', '/courses/:slug', /*           */ '200   200   200   200   200   200   200'),
  row('GET', '/courses/:slug/plan', /*      */ '302   200   200   200   200   200   200'),
  row('POST', '/courses/:slug/plan', /*     */ '404   400   400   400   400   400   400'),
  row('GET', '/courses/:slug/certificate', /**/ '200   200   200   200   200   200   200'),
  row('POST', '/courses/:slug/certificate', /**/ '404   400   400   400   400   400   400'),

  // Whoever has the address, which can't be guessed.
  row('GET', '/certificates/:id', /*        */ '200   200   200   200   200   200   200'),
  row('GET', '/certificates/:id/credential.json', '200   200   200   200   200   200   200'),
  row('GET', '/certificates/:id/certificate.pdf', '200   200   200   200   200   200   200'),

  // Signing up and in. Who is signed in already is led to their account.
  row('GET', '/sign-up', /*                 */ '200   200   302   302   302   302   302'),
  row('POST', '/sign-up', /*                */ '400   400   303   303   303   303   303'),
  row('GET', '/sign-in', /*                 */ '200   200   302   302   302   302   302'),
  row('POST', '/sign-in', /*                */ '400   400   400   400   400   400   400'),
  row('GET', '/sign-out', /*                */ '302   302   302   302   302   302   302'),
  row('POST', '/sign-out', /*               */ '303   303   303   303   303   303   303'),
  row('GET', '/reset', /*                   */ '200   200   200   200   200   200   200'),
  row('POST', '/reset', /*                  */ '400   400   400   400   400   400   400'),

  // Whoever has the link, and these have none.
  row('GET', '/reset/new', /*               */ '410   410   410   410   410   410   410'),
  row('POST', '/reset/new', /*              */ '400   400   400   400   400   400   400'),
  row('GET', '/first-admin', /*             */ '404   404   404   404   404   404   404'),
  row('POST', '/first-admin', /*            */ '422   422   404   404   404   404   404'),
  row('GET', '/reminders/confirm', /*       */ '404   404   404   404   404   404   404'),
  row('POST', '/reminders/confirm', /*      */ '404   404   404   404   404   404   404'),
  row('GET', '/reminders/off', /*           */ '404   404   404   404   404   404   404'),
  row('POST', '/reminders/off', /*          */ '404   404   404   404   404   404   404'),

  // One's own settings.
  row('GET', '/settings', /*                */ '200   200   200   200   200   200   200'),
  row('POST', '/settings', /*               */ '404   400   400   400   400   400   400'),
  row('GET', '/settings/account', /*        */ '302   302   200   200   200   200   200'),
  row('POST', '/settings/account', /*       */ '403   403   400   400   400   400   400'),
  row('GET', '/settings/sessions', /*       */ '302   302   200   200   200   200   200'),
  row('POST', '/settings/sessions', /*      */ '403   403   400   400   400   400   400'),
  row('GET', '/settings/data', /*           */ '302   200   200   200   200   200   200'),
  row('POST', '/settings/data', /*          */ '403   422   422   422   422   422   422'),
  row('GET', '/settings/data/download', /*  */ '302   200   200   200   200   200   200'),

  // The studio: that there is one is nobody else's business. Drafts belong to all who write.
  row('GET', '/teach/cases', /*             */ '404   404   404   404   200   200   200'),
  row('POST', '/teach/cases', /*            */ '404   404   404   404   422   422   422'),
  row('GET', '/teach/cases/:slug', /*       */ '404   404   404   404   200   200   200'),
  row('POST', '/teach/cases/:slug', /*      */ '404   404   404   404   400   400   400'),
  row('GET', '/teach/cases/:slug/draft', /* */ '404   404   404   404   200   200   200'),
  row('POST', '/teach/cases/:slug/draft', /**/ '404   404   404   404   400   400   400'),
  row('GET', '/teach/cases/:slug/play', /*  */ '404   404   404   404   200   200   200'),
  row('GET', '/teach/cases/:slug/images', /**/ '404   404   404   404   404   404   404'),
  row('POST', '/teach/cases/:slug/images', /**/ '404  404   404   404   303   303   303'),
  row('GET', '/teach/cases/:slug/images/*', /**/ '404 404   404   404   200   200   200'),
  row('GET', '/teach/cases/:slug/versions', /**/ '404 404   404   404   200   200   200'),
  row('POST', '/teach/cases/:slug/versions', /**/ '404 404  404   404   400   400   400'),
  row('GET', '/teach/cases/:slug/playtest', /**/ '404 404   404   404   200   200   200'),
  row('GET', '/teach/cases/:slug/rate', /*  */ '404   404   404   404   200   200   200'),
  row('POST', '/teach/cases/:slug/rate', /* */ '404   404   404   404   400   400   400'),

  // That there are such pages is nobody else's business.
  row('GET', '/admin', /*                   */ '404   404   404   404   404   404   200'),
  row('GET', '/admin/people/:id', /*        */ '404   404   404   404   404   404   200'),
  row('POST', '/admin/people/:id', /*       */ '404   404   404   404   404   404   400'),

  // An instructor's own cohorts; an admin teaches none unless they open one.
  row('GET', '/teach', /*                   */ '302   302   404   404   200   200   200'),
  row('POST', '/teach', /*                  */ '403   403   404   404   400   400   400'),
  ...['', '/people', '/invite', '/set-up', '/csv/:table', '/people/:learner', '/decisions/:slug/:decision'].map(
    (page) => row('GET', `/teach/cohorts/:id${page}`, '302   302   404   404   200   404   404'),
  ),
  ...['/people', '/invite', '/set-up'].map((page) =>
    row('POST', `/teach/cohorts/:id${page}`, '403   403   404   404   400   404   404'),
  ),

  // Whoever has the code; and what is for the cohort's learners alone, not for who teaches it.
  row('GET', '/join/:code?', /*             */ '200   200   200   200   200   200   200'),
  row('POST', '/join/:code?', /*            */ '400   400   400   400   400   400   400'),
  row('GET', '/cohorts/:id', /*             */ '404   404   200   404   404   404   404'),
  row('POST', '/cohorts/:id', /*            */ '404   404   400   404   404   404   404'),
  row('GET', '/attempts/:id/cohort', /*     */ '404   404   200   404   404   404   404'),
]

function row(method: Row['method'], path: string, statuses: string, rest: Pick<Row, 'form' | 'query'> = {}): Row {
  return { method, path, statuses: statuses.split(/\s+/).map(Number), ...rest }
}
