import { Document, Link, Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { Family } from './certificate-fonts.ts'
import type { CertificateSheet } from './certificate-sheet.ts'

const INK = '#221e19'
const INK_2 = '#575046'
const RULE = '#ddd5c5'
const EXECUTION = { ink: '#1f5590', mark: '#2a6aae' }
const INFLUENCE = { ink: '#875100', mark: '#be7a0a' }

/** Of the name, in points, and the width that it has. */
export const NAME_SIZE = { short: 30, long: 19 }
export const NAME_WIDTH = 595 - 2 * 56

const styles = StyleSheet.create({
  page: { paddingHorizontal: 56, paddingTop: 44, paddingBottom: 32, fontFamily: 'Inter', fontSize: 9, color: INK },
  head: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end', paddingBottom: 10 },
  mark: { fontFamily: 'Source Serif 4', fontWeight: 600, fontSize: 13 },
  kicker: { color: INK_2 },
  rule: { borderTopWidth: 1, borderTopColor: INK },
  hairline: { borderBottomWidth: 0.75, borderBottomColor: RULE },
  name: { fontWeight: 600, fontSize: NAME_SIZE.short, lineHeight: 1.15 },
  longName: { fontWeight: 600, fontSize: NAME_SIZE.long, lineHeight: 1.2 },
  prose: { fontFamily: 'Source Serif 4', fontSize: 12.5, lineHeight: 1.4 },
  course: { fontFamily: 'Source Serif 4', fontWeight: 600, fontSize: 19, lineHeight: 1.25, marginTop: 4 },
  heading: { fontFamily: 'Source Serif 4', fontWeight: 600, fontSize: 11.5, marginBottom: 4 },
  section: { marginTop: 15, paddingTop: 8 },
  row: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'baseline', gap: 12, paddingVertical: 3 },
  case: { fontFamily: 'Source Serif 4', fontSize: 10.5, flexShrink: 1 },
  quiet: { color: INK_2 },
  columns: { flexDirection: 'row', gap: 28 },
  column: { flexGrow: 1, flexBasis: 0 },
  item: { fontSize: 9, lineHeight: 1.45 },
  small: { fontSize: 8, lineHeight: 1.5, color: INK_2 },
})

/** What each text is set with; null where no font has its letters. */
export type Setting = {
  name: { family: Family; lines: ReadonlyArray<string>; isLong: boolean } | null
  course: Family | null
  cases: ReadonlyArray<Family | null>
}

/** A certificate on one page of A4. What no font has letters for is not set, and it says where it can be read. */
export function CertificateDocument({ sheet, setting }: { sheet: CertificateSheet; setting: Setting }) {
  const { course, givenOn, narrative, criteria, notClaimed, competencies, createdAt } = sheet
  return (
    <Document
      title={`Certificate of completion: ${course}`}
      author="Casewright"
      subject={`Given on ${givenOn} to ${sheet.name}`}
      language="en"
      creationDate={new Date(createdAt)}
      modificationDate={new Date(createdAt)}
    >
      <Page size="A4" style={styles.page}>
        <View style={styles.head}>
          <Text style={styles.mark}>Casewright</Text>
          <Text style={styles.kicker}>Certificate of completion</Text>
        </View>
        <View style={[styles.rule, { paddingTop: setting.name?.isLong ? 20 : 32 }]}>
          <Name address={sheet.address} name={setting.name} />
          <Text style={[styles.prose, { marginTop: 12 }]}>completed the course</Text>
          <Text style={[styles.course, setting.course === null ? styles.prose : { fontFamily: setting.course }]}>
            {setting.course === null ? 'whose title is on the page of this certificate' : course}
          </Text>
          <Text style={[styles.prose, { marginTop: 4 }]}>
            on {givenOn}. {narrative}
          </Text>
        </View>
        <Section title="The cases, and the role in each">
          <Cases sheet={sheet} families={setting.cases} />
        </Section>
        <Section title="Competencies practised">
          <View style={styles.columns}>
            <Competencies title="Execution" hue={EXECUTION} shape="square" names={competencies.execution} />
            <Competencies title="Influence" hue={INFLUENCE} shape="circle" names={competencies.influence} />
          </View>
        </Section>
        <View style={[styles.section, styles.rule, styles.columns]}>
          <View style={styles.column}>
            <Text style={styles.heading}>What it took</Text>
            <Text style={styles.small}>{criteria}</Text>
          </View>
          <View style={styles.column}>
            <Text style={styles.heading}>What it does not claim</Text>
            <Text style={styles.small}>{notClaimed}</Text>
          </View>
        </View>
        <Checking sheet={sheet} />
      </Page>
    </Document>
  )
}

function Name({ address, name }: { address: string; name: Setting['name'] }) {
  if (name === null)
    return (
      <Text style={styles.prose}>
        The learner who is named, in letters that this file does not have, on the page of this certificate: {address}
      </Text>
    )
  return name.lines.map((line, place) => (
    <Text key={place} style={[name.isLong ? styles.longName : styles.name, { fontFamily: name.family }]}>
      {line}
    </Text>
  ))
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View style={[styles.section, styles.rule]}>
      <Text style={styles.heading}>{title}</Text>
      {children}
    </View>
  )
}

function Cases({ sheet: { cases }, families }: { sheet: CertificateSheet; families: Setting['cases'] }) {
  return cases.map(({ title, level }, place) => {
    const family = families[place] ?? null
    return (
      <View key={place} style={[styles.row, ...(place === cases.length - 1 ? [] : [styles.hairline])]}>
        <Text style={[styles.case, ...(family === null ? [] : [{ fontFamily: family }])]}>
          {family === null ? 'A case whose title is on the page' : title}
        </Text>
        <Text style={styles.quiet}>{level}</Text>
      </View>
    )
  })
}

type CompetenciesProps = {
  title: string
  hue: { ink: string; mark: string }
  shape: 'square' | 'circle'
  names: ReadonlyArray<string>
}

function Competencies({ title, hue, shape, names }: CompetenciesProps) {
  if (names.length === 0) return null
  return (
    <View style={styles.column}>
      <View style={{ flexDirection: 'row', alignItems: 'center', gap: 5, marginBottom: 2 }}>
        <View style={{ width: 6, height: 6, backgroundColor: hue.mark, borderRadius: shape === 'circle' ? 3 : 0 }} />
        <Text style={{ color: hue.ink, fontWeight: 600 }}>{title}</Text>
      </View>
      {names.map((name) => (
        <Text key={name} style={styles.item}>
          {name}
        </Text>
      ))}
    </View>
  )
}

function Checking({ sheet: { address, version, id, key } }: { sheet: CertificateSheet }) {
  return (
    <View style={[styles.section, styles.rule]}>
      <Text style={styles.heading}>Check it</Text>
      <Text style={styles.small}>
        This file is a copy. Whether the certificate is good, and has not been taken back since, is shown at{' '}
        <Link src={address} style={{ color: INK }}>
          {address}
        </Link>
      </Text>
      <Text style={styles.small}>Certificate {id}</Text>
      <Text style={styles.small}>Course version {version}</Text>
      <Text style={styles.small}>Signed with {key}</Text>
    </View>
  )
}
