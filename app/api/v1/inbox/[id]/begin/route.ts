import { beginService } from '@/lib/inbox/begin-service'
import { command } from '@/lib/write/command'

export const POST = command(beginService)
