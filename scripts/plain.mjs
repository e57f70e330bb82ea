/** A failure whose message is a sentence for the person at the keyboard: printed as it is, without a stack. */
export class PlainError extends Error {
  name = 'PlainError'
}

/** Prints a failure: plain ones as they are, unexpected ones with the place where they happened. */
export function report(error) {
  console.error(`\n${error instanceof PlainError ? error.message : (error?.stack ?? String(error))}`)
}

/** `npm run x` shows its own banner; our lines are indented below it, one step a line. */
export function say(line) {
  console.log(`  ${line}`)
}
