import { restrictCase } from '@/lib/casework/cases/restrict-case'
import { command } from '@/lib/platform/gate/command'

export const POST = command(restrictCase)
