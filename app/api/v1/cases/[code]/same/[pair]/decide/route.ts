import { mergeCase } from '@/lib/casework/endings/merge-case'
import { command } from '@/lib/platform/gate/command'

export const POST = command(mergeCase)
