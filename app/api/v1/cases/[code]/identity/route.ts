import { writeIdentity } from '@/lib/casework/registration/write-identity'
import { command } from '@/lib/platform/gate/command'

export const POST = command(writeIdentity)
