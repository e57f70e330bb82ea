import { openCaseFromAlert } from '@/lib/alerts/open-case-from-alert'
import { command } from '@/lib/write/command'

export const POST = command(openCaseFromAlert)
