import { returnClosure } from '@/lib/casework/endings/return-closure'
import { command } from '@/lib/platform/gate/command'

export const POST = command(returnClosure)
