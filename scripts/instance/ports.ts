import { createServer } from 'node:net'
import { PlainError } from '../plain.mjs'

/** The port asked for by PORT, else 3000. */
export function wantedPort(value = process.env.PORT) {
  if (value === undefined || value === '') return 3000
  const port = Number(value)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new PlainError(`PORT must be a number from 1 to 65535; it is "${value}".`)
}

function failure(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)))
  })
}

/** Stops with a plain sentence when the port cannot be ours. */
export async function requirePort(port: number) {
  const code = await failure(port)
  if (code === undefined) return
  if (code === 'EACCES') {
    throw new PlainError(
      `Port ${port} is reserved for the administrator. Choose one above 1023: PORT=3000 npm start`,
    )
  }
  const other = port === 65_535 ? 3000 : port + 1
  throw new PlainError(
    `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${other} npm start`,
  )
}
