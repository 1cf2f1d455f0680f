"""Nhận biết con người — numbers that tell people apart, files of one person merged, namesakes told apart."""
