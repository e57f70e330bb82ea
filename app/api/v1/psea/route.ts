import { tellOfAbuse } from '@/lib/casework/psea/tell-of-abuse'
import { command } from '@/lib/platform/gate/command'

export const POST = command(tellOfAbuse)
