import { completeService } from '@/lib/inbox/complete-service'
import { command } from '@/lib/write/command'

export const POST = command(completeService)
