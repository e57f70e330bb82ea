/** One SMS to a gateway over HTTP, in a thread of its own. Run by `sms.ts` alone. What the gateway answers besides its number is not read. */
import http from 'node:http'
import https from 'node:https'
import { parentPort, workerData } from 'node:worker_threads'

const { url, method, headers, body } = workerData
const over = (outcome) => parentPort.postMessage(outcome)

const asked = (url.startsWith('https:') ? https : http).request(url, { method, headers, agent: false })
asked.on('finish', () => over({ handedOver: true }))
asked.on('response', (answer) => {
  const code = answer.statusCode ?? 0
  over(code >= 200 && code < 300 ? { sent: true } : { code, at: 'ANSWER' })
  answer.destroy()
})
asked.on('error', (error) => over({ code: 0, at: 'CONN', class: String(error.code ?? '') }))
asked.end(body)
