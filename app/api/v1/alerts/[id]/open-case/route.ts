import { openCaseFromAlert } from '@/lib/casework/registration/open-case-from-alert'
import { command } from '@/lib/platform/gate/command'

export const POST = command(openCaseFromAlert)
