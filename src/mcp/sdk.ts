// What is used of the MCP SDK: bundled as a file of its own, which nothing but this server loads.
export { McpServer } from '@modelcontextprotocol/server';
export { serveStdio } from '@modelcontextprotocol/server/stdio';
