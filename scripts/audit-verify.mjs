import { enter } from './enter.mjs'

await enter('./commands/audit-verify.ts')
