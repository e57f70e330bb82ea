import { takeIn } from '@/lib/casework/inbound/take-in'
import { command } from '@/lib/platform/gate/command'

export const POST = command(takeIn)
