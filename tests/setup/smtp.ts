import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'

export type ReceivedMail = {
  from: string
  to: Array<string>
  /** The message as it came over the line, with its headers. */
  data: string
}

export type SmtpServer = {
  url: string
  mails: Array<ReceivedMail>
  /** Answers a command with another reply, or with nothing and a broken line; null asks for the usual reply. */
  answerWith: (change: (command: string) => string | 'break' | null) => void
  stop: () => void
}

/** An SMTP server, on a free port unless one is named, that knows just enough to take mails from one client after the other, and keeps them. */
export async function startSmtp(at = 0): Promise<SmtpServer> {
  const mails: Array<ReceivedMail> = []
  const sockets = new Set<Socket>()
  let change: (command: string) => string | 'break' | null = () => null
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    talk(socket, mails, (command) => change(command))
  })
  server.listen(at, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    answerWith: (other) => {
      change = other
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** One session: lines in, replies out. What stands between DATA and a lone dot is the message. */
function talk(socket: Socket, mails: Array<ReceivedMail>, change: (command: string) => string | 'break' | null): void {
  let mail: ReceivedMail = { from: '', to: [], data: '' }
  let isData = false
  let rest = ''
  socket.setEncoding('latin1')
  socket.write('220 test ESMTP\r\n')
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (isData && line !== '.') mail.data += `${line.replace(/^\./, '')}\r\n`
      else reply(line)
    }
  })

  function reply(line: string): void {
    const other = change(line)
    const usual = other === null ? take(line) : null
    if (other !== null) isData = false
    if (other === 'break') return void socket.destroy()
    if (other === null && line === '.') {
      mails.push(mail)
      mail = { from: '', to: [], data: '' }
    }
    socket.write(`${other ?? usual ?? ''}\r\n`)
    if (/^QUIT/i.test(line)) socket.end()
  }

  function take(line: string): string {
    const [, from] = /^MAIL FROM:<([^>]*)>/i.exec(line) ?? []
    const [, to] = /^RCPT TO:<([^>]*)>/i.exec(line) ?? []
    if (from !== undefined) mail = { from, to: [], data: '' }
    if (to !== undefined) mail.to.push(to)
    isData = /^DATA$/i.test(line)
    return isData ? '354 go on' : '250 ok'
  }
}

/** A header of a mail with its folded lines joined; empty where it has none. */
export function headerOf({ data }: ReceivedMail, name: string): string {
  const head = (data.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
}

/** The plain text of a mail, decoded. */
export function textOf({ data }: ReceivedMail): string {
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(data)
  const isQuoted = /Content-Type: text\/plain[^]*?quoted-printable[^]*?\r\n\r\n/.test(data)
  const text = part?.[1] ?? ''
  if (!isQuoted) return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** The path and query of the link in a mail that leads there. */
export function linkIn(mail: ReceivedMail, path: string): string {
  const found = [...textOf(mail).matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link))
  const link = found.find(({ pathname }) => pathname === path)
  if (!link) throw new Error(`Expected a link to ${path}, found ${found.join(', ')} in ${textOf(mail)}`)
  return link.pathname + link.search
}
