"""Valid, boundary and broken payloads, made from the schema of a message."""
