import { reopenCase } from '@/lib/casework/endings/reopen-case'
import { command } from '@/lib/platform/gate/command'

export const POST = command(reopenCase)
