import { expect, test } from 'vitest'
import { aCompletion } from '../../tests/fixtures/completed-course.ts'
import { readPdf } from '../../tests/setup/read-pdf.ts'
import type { CertificateSheet } from './certificate-sheet.ts'
import { setCertificate } from './set-certificate.tsx'

function aSheet(given: Partial<CertificateSheet>): CertificateSheet {
  const { course, cases } = aCompletion()
  return {
    name: 'Ada Lovelace',
    course: course.title,
    givenOn: '21 November 2026',
    narrative: '8 cases played to an ending, about 3 hours of work.',
    cases,
    competencies: { execution: ['Delegating'], influence: ['Trust'] },
    criteria: 'Every case was played.',
    notClaimed: 'It is not a score.',
    version: course.hash,
    key: 'z6Mk',
    id: '7f2d6b0e-0f5e-4b8e-9d3b-3d1c9b7a1a11',
    address: 'https://example.org/certificates/7f2d6b0e',
    createdAt: '2026-11-21T22:08:31Z',
    ...given,
  }
}

async function textOf(given: Partial<CertificateSheet>): Promise<string> {
  return (await readPdf(await setCertificate(aSheet(given)))).text
}

test('a name in one script leaves no trace in the letters of the next', async () => {
  const names = ['Дмитрий Супрун', 'Ελένη Νυ', 'Nguyễn Thị Ánh Tuyết', 'Yvonne Guy', 'Łukasz Żółć']
  for (const name of names) expect(await textOf({ name })).toContain(`${name} completed the course`)
})

test('a course and a case whose titles no font has letters for are said to be on the page', async () => {
  const text = await textOf({ course: '実践コース', cases: [{ title: '夜勤', level: 'Project lead' }] })
  expect(text).toContain('whose title is on the page of this certificate')
  expect(text).toContain('A case whose title is on the page')
  expect(text).not.toMatch(/\p{Script=Han}|\uFFFD/u)
})

test('a hundred of the widest letters stay within the page', async () => {
  const pdf = await readPdf(await setCertificate(aSheet({ name: 'W'.repeat(100) })))
  expect(pdf.pages).toBe(1)
  expect(pdf.text.replaceAll(' ', '')).toContain('W'.repeat(100))
  expect(Math.max(...pdf.rights)).toBeLessThanOrEqual(595 - 56 + 1)
})
