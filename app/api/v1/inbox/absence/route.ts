import { noteOwnLeave } from '@/lib/casework/staff/own-leave'
import { command } from '@/lib/platform/gate/command'

export const POST = command(noteOwnLeave)
