/**
 * One letter over SMTP, in a thread of its own: whatever a mail server answers, endless lines or bytes without one, it stops nobody
 * but itself, and ending the thread cuts the connection. Run by `smtp.ts` alone; plain JavaScript, because a thread starts from a file.
 */
import { parentPort, workerData } from 'node:worker_threads'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'

const { server, auth, envelope, letter, mostBytes } = workerData

/** A server that has said so much in one letter is no mail server. */
class Connection extends SMTPConnection {
  heard = 0
  _onData(chunk) {
    this.heard += chunk.length
    if (this.heard > mostBytes) return over({ code: 0, at: 'TOO_MUCH' })
    return super._onData(chunk)
  }
}

let ended = false
/** The first end counts. The thread is ended by whoever started it. */
function over(outcome) {
  if (ended) return
  ended = true
  connection.close()
  parentPort.postMessage(outcome)
}
const failed = (error) =>
  over({
    code: Number(error.responseCode ?? 0),
    at: String(error.command ?? 'CONN'),
    class: String(error.code ?? ''),
  })

const connection = new Connection(server)
connection.once('error', failed)
connection.once('end', () => over({ code: 0, at: 'END' }))
connection.connect((error) => {
  if (error) return failed(error)
  if (auth) return connection.login(auth, (refused) => (refused ? failed(refused) : send()))
  return send()
})

function send() {
  const bytes = new MailComposer(letter).compile().createReadStream()
  // From here on the server may keep it whatever it answers, or whether it answers at all.
  bytes.once('end', () => parentPort.postMessage({ handedOver: true }))
  connection.send(envelope, bytes, (error) => (error ? failed(error) : over({ sent: true })))
}
