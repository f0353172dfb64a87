export { PrismaClient } from '../../prisma/client-postgresql/client.ts'
