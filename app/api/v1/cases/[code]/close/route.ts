import { closeCase } from '@/lib/casework/endings/close-case'
import { command } from '@/lib/platform/gate/command'

export const POST = command(closeCase)
