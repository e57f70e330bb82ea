import { writeHousehold } from '@/lib/casework/registration/write-household'
import { command } from '@/lib/platform/gate/command'

export const POST = command(writeHousehold)
