package dev.holdfast.redis;

import java.util.List;

/**
 * One script with its arguments, ready to be sent: by itself, or one day together with other
 * callers' in one pipeline.
 */
record ScriptCall(LuaScript script, List<byte[]> keys, List<byte[]> arguments) {}
