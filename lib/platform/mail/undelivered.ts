/** Why a message did not leave. The class alone is kept: no word of a server, no address. */

/** They said for good that they take nothing for this address or number. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly code: number) {
    super(`refused by ${code}`)
  }
}
/** Nobody answered in time, or the server asks to come again. */
export class NotYet extends Error {
  override name = 'NotYet'
}
/** They do not take it from us: password, sender, greeting. Ours to mend, no fault of the address. */
export class RefusesUs extends Error {
  override name = 'RefusesUs'
}
/** The way is open to whoever listens, so nothing was said on it. */
export class NoTls extends Error {
  override name = 'NoTls'
}
/** It was handed over whole and nobody said what became of it: it may have arrived. */
export class Unsure extends Error {
  override name = 'Unsure'
}
