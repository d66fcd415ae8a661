package com.example.chain;

public final class OnDockerArchive {

    private OnDockerArchive() {}

    public static void main(String[] arguments) {
        System.out.println("on-docker-archive");
    }
}
