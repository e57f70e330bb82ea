import { askClosure } from '@/lib/casework/endings/ask-closure'
import { command } from '@/lib/platform/gate/command'

export const POST = command(askClosure)
