import { bookAppointment } from '@/lib/casework/appointments/book-appointment'
import { command } from '@/lib/platform/gate/command'

export const POST = command(bookAppointment)
