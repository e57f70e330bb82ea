import { noteLeave } from '@/lib/casework/staff/leaves'
import { command } from '@/lib/platform/gate/command'

export const POST = command(noteLeave)
