import { runSuite } from './main'

/** `npm run verify`: static checks and pure tests, no database. */
export const main = () => runSuite(['verify'])
