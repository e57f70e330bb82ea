import { lowerDanger } from '@/lib/casework/notes/lower-danger'
import { command } from '@/lib/platform/gate/command'

export const POST = command(lowerDanger)
