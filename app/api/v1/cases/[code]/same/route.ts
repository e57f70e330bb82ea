import { saySame } from '@/lib/casework/likeness/say-same'
import { command } from '@/lib/platform/gate/command'

export const POST = command(saySame)
